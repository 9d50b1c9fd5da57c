/** Folders that contain only generated files. */
export declare const GENERATED_FOLDERS: readonly string[];
/** Every file that `npm run docs` writes: path → text. */
export declare const generatedFiles: () => ReadonlyMap<string, string>;
