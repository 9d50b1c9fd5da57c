import type { components } from '../../generated/api.js';

export type User = components['schemas']['NamedUser'];
