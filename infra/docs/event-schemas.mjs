/** Keywords of Annals that are annotations: documentation, and the person whose data a field holds. */
const ANNOTATIONS = ['label', 'values', 'descriptionZh', 'personal', 'identifies'];
/** What is asked of commands that have the field, too, but not of what is stored. */
const OF_COMMANDS = 'namesUser';

/** The JSON Schema of every version of every stored event: path → text. */
export const eventSchemas = (contracts) =>
  contracts.flatMap((contract) =>
    Array.from({ length: contract.version }, (_, index) => {
      const name = `${contract.type}.v${index + 1}`;
      return [`contracts/schemas/events/${name}.json`, `${JSON.stringify(schemaOf(contract, index + 1), null, 2)}\n`];
    }),
  );

/** The id differs from that of the published schema, because the published shape differs. */
const schemaOf = (contract, version) => {
  const { $schema, ...schema } = contract.jsonSchema(version);
  const description = contract.words && `${contract.words.en} · ${contract.words.zh}`;
  return {
    $schema,
    $id: `urn:annals:stored-event:${contract.type}.v${version}`,
    ...(description && { description }),
    ...annotated(schema),
  };
};

/** The schema with keywords of Annals prefixed by `x-`, as tools expect; names below `properties` are fields. */
const annotated = (value, isNamed = false) => {
  if (Array.isArray(value)) return value.map((each) => annotated(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isNamed || name !== OF_COMMANDS)
      .map(([name, each]) => [
        !isNamed && ANNOTATIONS.includes(name) ? `x-${name}` : name,
        annotated(each, ['properties', '$defs'].includes(name) && !isNamed),
      ]),
  );
};
