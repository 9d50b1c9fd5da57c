import type { LifecycleData } from '@annals/analytics';
import type { Of } from '@annals/event-sourcing';
import type { ListedEvent } from './listed-events.js';

type Told = { readonly [Type in ListedEvent['type']]: Of<ListedEvent, Type>['data'] };

/** Does not compile if the lifecycle notes an event that the list does not read, or reads what its contract does not say. */
export const fits = (told: Told): LifecycleData => told;
