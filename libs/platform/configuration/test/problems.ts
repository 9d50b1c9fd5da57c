import { ConfigurationInvalid, loadConfiguration } from '@annals/configuration';

/** What keeps a process from starting in an environment. */
export const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfiguration(environment);
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.problems;
    throw error;
  }
  return [];
};
