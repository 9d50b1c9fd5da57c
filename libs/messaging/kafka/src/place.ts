/** A partition. */
export type Place = { readonly topic: string; readonly partition: number };
