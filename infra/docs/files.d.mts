import type * as product from '@annals/composition';

type Composed = Pick<
  typeof product,
  'annalsCatalogue' | 'configurationOf' | 'contracts' | 'problemCatalogue' | 'routesOf'
>;

/** Folders that contain only generated files. */
export declare const GENERATED_FOLDERS: readonly string[];
/** Every file that `npm run generate` writes for people and for other programs: path → text. `root` has the code. */
export declare const generatedFiles: (composed?: Composed, root?: string) => ReadonlyMap<string, string>;
