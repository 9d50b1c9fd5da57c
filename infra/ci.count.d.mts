export type Count = { readonly passed: number; readonly failed: number; readonly why?: string };

export const stepCounted: (status: number) => Count;
export const counted: (status: number, text: string) => Count;
export const failuresIn: (text: string) => readonly string[];
