import { ConfigurationInvalid, listOf, loadConfiguration, numberFor, oneOf, setting } from '@annals/configuration';

/** Settings as slices declare them. */
export const SLICES = {
  complaints: {
    hoursToResolve: setting(
      'HOURS_TO_RESOLVE',
      'low=40,high=8',
      { en: 'Hours', zh: '小时' },
      numberFor(['low', 'high']),
    ),
  },
  contacts: {
    consentRequiredFor: setting(
      'CONSENT_REQUIRED_FOR',
      'marketing,survey',
      { en: 'Purposes', zh: '用途' },
      listOf(oneOf(['marketing', 'survey', 'service'])),
    ),
  },
};

/** The problems that prevent a start in an environment. */
export const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    loadConfiguration(environment, SLICES);
  } catch (error) {
    if (error instanceof ConfigurationInvalid) return error.problems;
    throw error;
  }
  return [];
};
