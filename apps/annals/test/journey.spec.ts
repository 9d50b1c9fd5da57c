import { journey } from './journey.js';
import { stage } from './stage.js';

const { open } = stage();

journey(async () => (await open()).client);
