import { runProcess } from '@annals/service';
import { RelayModule } from './relay.module.js';

/** Tells others of what has happened, and takes from them what they tell: Kafka, out and in. */
export const run = () => runProcess('relay', () => ({ modules: [RelayModule] }));
