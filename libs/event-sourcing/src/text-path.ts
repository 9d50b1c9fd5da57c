/** Paths of the texts in a document, and of whole maps: `subject`, `resolution.remedy`, `changes[].after`, `facts.*`, `facts`. */
export type TextPath<D> = {
  readonly [Name in keyof D & string]-?: Below<Name, NonNullable<D[Name]>>;
}[keyof D & string];

type Below<Path extends string, Value> = Value extends string
  ? Path
  : Value extends readonly (infer Item)[]
    ? Below<`${Path}[]`, NonNullable<Item>>
    : Value extends object
      ? `${Path}.${TextPath<Value>}` | (string extends keyof Value ? Path : never)
      : never;
