/** A text in the two languages of Annals. */
export type Words = { readonly en: string; readonly zh: string };
