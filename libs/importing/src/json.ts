/** What a JSON document can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
