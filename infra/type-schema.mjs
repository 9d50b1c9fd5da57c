import ts from 'typescript';

const { TypeFlags, SymbolFlags } = ts;

/**
 * JSON Schema of TypeScript types as serialised by `JSON.stringify`. Named types of Annals are defined once. A `number` is an
 * integer, unless its property has the tag `@fraction` or other types are possible. A text called `…Since`, `since` or `…At` is an
 * instant, one called `…Date` a day. The tag `@example` has the example of a property, as text or else as JSON.
 */
export class SchemaWriter {
  #checker;
  #names = new Map();
  #inside = new Set();
  #definitions = new Map();

  /** `named` has the symbols and types to define by name. Throws if a type has two names. */
  constructor(checker, named) {
    this.#checker = checker;
    for (const [name, { symbol }] of named) {
      if (this.#names.has(symbol)) throw new Error(`${name} and ${this.#names.get(symbol)} are one type.`);
      this.#names.set(symbol, name);
    }
    for (const [name, { symbol, type }] of named) this.#define(name, symbol, type);
  }

  get definitions() {
    return Object.fromEntries([...this.#definitions].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #define(name, symbol, type) {
    this.#definitions.set(name, {}); // registered before it is complete, so that it can refer to itself
    const inside = this.#inside;
    this.#inside = new Set(); // the definition does not depend on where the type is used
    this.#definitions.set(name, { ...this.#described(symbol), ...this.#structure(type) });
    this.#inside = inside;
  }

  #schema(type) {
    const symbol = type.aliasSymbol ?? (type.symbol?.flags & SymbolFlags.Interface ? type.symbol : undefined);
    if (!symbol || type.aliasTypeArguments?.length || !isOurs(symbol) || primitive(type)) return this.#structure(type);
    const name = this.#names.get(symbol) ?? this.#freeName(symbol.name);
    this.#names.set(symbol, name);
    if (!this.#definitions.has(name)) this.#define(name, symbol, type);
    return { $ref: `#/$defs/${name}` };
  }

  // Two packages may use the same name.
  #freeName(name, count = 1) {
    const candidate = count === 1 ? name : `${name}${count}`;
    return [...this.#names.values()].includes(candidate) ? this.#freeName(name, count + 1) : candidate;
  }

  #structure(type) {
    if (type.flags & (TypeFlags.Any | TypeFlags.Unknown)) return {};
    if (this.#inside.has(type)) return {}; // an anonymous type that contains itself
    this.#inside.add(type);
    const schema = type.isUnion() ? this.#union(type.types) : (primitive(type) ?? this.#object(type));
    this.#inside.delete(type);
    return schema;
  }

  #union(types) {
    const defined = types.filter(({ flags }) => !(flags & TypeFlags.Undefined));
    const literals = defined.filter((type) => type.isLiteral() || type.flags & TypeFlags.BooleanLiteral);
    const isBoolean = literals.filter(({ flags }) => flags & TypeFlags.BooleanLiteral).length === 2;
    const values = literals.filter(({ flags }) => !isBoolean || !(flags & TypeFlags.BooleanLiteral));
    const others = defined.filter((type) => !literals.includes(type)).map((type) => this.#schema(type));
    const options = [
      ...(values.length > 0 ? [enumOf(values.map((type) => this.#value(type)))] : []),
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...others,
    ];
    const isMixed = options.filter(({ type }) => type !== 'null').length > 1;
    const exact = isMixed ? options.map(fractional) : options; // a number among other values is any number
    return exact.length === 1 ? exact[0] : { anyOf: exact };
  }

  #value(type) {
    return type.isLiteral() ? type.value : this.#checker.typeToString(type) === 'true';
  }

  #object(type) {
    const checker = this.#checker;
    if (checker.isTupleType(type)) {
      const prefixItems = checker.getTypeArguments(type).map((each) => this.#schema(each));
      return { type: 'array', prefixItems, minItems: prefixItems.length, maxItems: prefixItems.length };
    }
    if (checker.isArrayType(type)) return { type: 'array', items: this.#schema(checker.getTypeArguments(type)[0]) };
    const shown = checker.getPropertiesOfType(type).filter((each) => !(each.flags & SymbolFlags.Method));
    const required = shown.filter(({ flags }) => !(flags & SymbolFlags.Optional)).map(({ name }) => name);
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return {
      type: 'object',
      ...(shown.length > 0
        ? { properties: Object.fromEntries(shown.map((each) => [each.name, this.#property(each)])) }
        : {}),
      ...(required.length > 0 ? { required } : {}),
      ...(index ? { additionalProperties: this.#schema(index) } : {}),
    };
  }

  #property(symbol) {
    const schema = this.#schema(this.#checker.getTypeOfSymbol(symbol));
    const format = FORMATS.find(([ending]) => ending.test(symbol.name))?.[1];
    const isFraction = symbol.getJsDocTags(this.#checker).some(({ name }) => name === 'fraction');
    const exact = withFormat(isFraction ? fractional(schema) : schema, format);
    return { ...exact, ...this.#described(symbol), ...this.#examples(symbol, exact) };
  }

  #examples(symbol, schema) {
    const example = symbol.getJsDocTags(this.#checker).find(({ name }) => name === 'example');
    if (!example) return {};
    const text = ts.displayPartsToString(example.text);
    return { examples: [isText(schema) ? text : JSON.parse(text)] };
  }

  #described(symbol) {
    const description = ts.displayPartsToString(symbol.getDocumentationComment(this.#checker)).replaceAll('\n', ' ');
    return description ? { description } : {};
  }
}

const isText = ({ type, anyOf = [] }) => type === 'string' || anyOf.some(isText);

const FORMATS = [
  [/([sS]ince|At)$/, 'date-time'],
  [/Date$/, 'date'],
];

const withFormat = (schema, format) => {
  if (format === undefined) return schema;
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((each) => withFormat(each, format)) };
  return schema.type === 'string' ? { ...schema, format } : schema;
};

const isOurs = ({ declarations = [] }) =>
  declarations.some((each) => !/node_modules/.test(each.getSourceFile().fileName));

const primitive = (type) => {
  const { flags } = type;
  if (type.isLiteral()) return { const: type.value };
  if (flags & (TypeFlags.String | TypeFlags.TemplateLiteral)) return { type: 'string' };
  if (flags & TypeFlags.Number) return { type: 'integer' };
  if (flags & TypeFlags.Boolean) return { type: 'boolean' };
  if (flags & TypeFlags.BooleanLiteral) return { const: type.intrinsicName === 'true' };
  if (flags & TypeFlags.Null) return { type: 'null' };
  if (flags & TypeFlags.NonPrimitive) return { type: 'object' };
  return type.symbol?.name === 'Date' ? { type: 'string', format: 'date-time' } : undefined;
};

const fractional = (schema) => {
  if (schema.type === 'integer') return { ...schema, type: 'number' };
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map(fractional) };
  return schema.additionalProperties
    ? { ...schema, additionalProperties: fractional(schema.additionalProperties) }
    : schema;
};

const enumOf = (values) => (values.length === 1 ? { const: values[0] } : { enum: values.toSorted() });
