import { Installation } from './apart/installation.js';
import { Process } from './apart/process.js';
import { journey } from './journey.js';
import { sampleFigures } from './sample.js';
import { stage } from './stage.js';

const { annals, folder } = stage();
afterAll(() => Process.killAll());

describe('separate processes on one folder', () => {
  const names = ['sales', 'service', 'query', 'audit', 'projector', 'projector'];
  const environment = { DATA_DIR: folder, PROJECTOR_LANES: '2', LEASE_SECONDS: '2' };
  let installation: Installation;
  beforeAll(async () => {
    installation = await Installation.start(environment, names);
    const { code, err } = await annals(['import', 'infra/samples/northwind/mapping.json'], environment);
    expect({ code, err }).toMatchObject({ code: 0 });
  });

  sampleFigures(() => installation.client);
  journey(async () => installation.client);
});
