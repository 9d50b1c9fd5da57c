import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertedAgain } from './bare.mjs';
import { atLeast, below, share } from './budgets.mjs';
import { ROOT } from './processes.mjs';
import { chance, median } from './statistics.mjs';

const HEADER =
  'customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn';

/** A generated file like IBM's Telco customer data set, of the same size. */
const telco = (rows) => {
  const random = chance(6);
  const any = (...values) => values[Math.floor(random() * values.length)];
  const yes = () => any('Yes', 'No');
  const line = (number) => {
    const tenure = Math.floor(random() * 73);
    const monthly = 20 + Math.floor(random() * 100);
    const services = Array.from({ length: 6 }, yes);
    return [
      ...[`${String(number).padStart(4, '0')}-TELCO`, any('Male', 'Female'), any('0', '1'), yes(), yes(), tenure],
      ...[yes(), yes(), any('DSL', 'Fiber optic', 'No'), ...services, any('Month-to-month', 'One year', 'Two year')],
      ...[
        yes(),
        any('Electronic check', 'Mailed check'),
        `${monthly}.25`,
        `${monthly * tenure}.5`,
        any('Yes', 'No', 'No'),
      ],
    ].join();
  };
  return [HEADER, ...Array.from({ length: rows }, (_, number) => line(number))].join('\n');
};

/** Rows and events per second, and the most memory in MB, of an import by the command line. */
export const imported = async (dataDir, settings, ...args) => {
  const env = { ...process.env, ...settings, DATA_DIR: dataDir };
  const errors = join(dataDir, 'errors.csv');
  const program = [`${ROOT}/apps/annals/dist/cli.js`, 'import', ...args, '--errors', errors];
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let [printed, memory] = ['', NaN];
  child.stdout.on('data', (chunk) => (printed += chunk));
  const look = setInterval(() => (memory = peakOf(child.pid) ?? memory), 50);
  await once(child, 'close');
  clearInterval(look);
  const [, rows, rate] = /([\d,]+) rows? in .*\(([\d,]+) rows\/s\)/.exec(printed) ?? [];
  if (rate === undefined) throw new Error(`The import failed:\n${printed}`);
  return { rows: numberIn(rows), rate: numberIn(rate), memory };
};

const numberIn = (text) => Number(text.replaceAll(',', ''));

/** Megabytes, where the system reports them. */
const peakOf = (pid) => {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file) ? /VmHWM:\s+(\d+)/.exec(readFileSync(file, 'utf8')) : undefined;
  return found ? (Number(found[1]) * 1024) / 1e6 : undefined;
};

const BATCH = 256; // commands that the importer carries out together

/** An import, and bare inserts of the events that it stored, right after it. */
const compared = async (folder, ...args) => {
  const dataDir = folder();
  const { rows, rate } = await imported(dataDir, {}, ...args);
  const bare = await insertedAgain(dataDir, folder(), BATCH);
  return { rate, ratio: (rate * bare.events) / rows / bare.rate };
};

const SAMPLES = `${ROOT}/infra/samples`;

const measured = async ({ folder, quick, shared }) => {
  if (shared.imports) return shared.imports;
  const file = join(folder(), 'telco.csv');
  writeFileSync(file, telco(quick ? 2_000 : 7_043));
  const [northwind, other] = [[], []];
  for (let round = 0; round < 3; round += 1) {
    northwind.push(await compared(folder, `${SAMPLES}/northwind/mapping.json`));
    other.push(await compared(folder, `${SAMPLES}/telco/mapping.json`, file));
  }
  const middle = (runs, field) => median(runs.map((run) => run[field]));
  const both = (field) => [middle(northwind, field), middle(other, field)];
  return (shared.imports = { rates: both('rate'), ratios: both('ratio') });
};

export const imports = {
  name: 'imports',
  what: 'import, rows of the slower of Northwind and a Telco file',
  budget: atLeast(3_000, 'rows/s'),
  async run(bench) {
    const [northwind, other] = (await measured(bench)).rates;
    const notes = [`Northwind ${northwind.toLocaleString('en')}, Telco ${other.toLocaleString('en')} rows/s`];
    return { value: Math.min(northwind, other), notes };
  },
};

export const importRatio = {
  name: 'import-ratio',
  what: 'import, events of the slower of the two against bare inserts of the same events',
  budget: share(1 / 6),
  async run(bench) {
    const ratios = (await measured(bench)).ratios;
    const [northwind, other] = ratios.map((ratio) => `${(100 * ratio).toFixed(0)} %`);
    return { value: Math.min(...ratios), notes: [`Northwind ${northwind}, Telco ${other}`] };
  },
};

export const importMemory = {
  name: 'import-memory',
  what: 'import of 45,000 rows with its views, most memory',
  budget: below(250, 'MB'),
  async run({ folder, quick }) {
    const file = join(folder(), 'telco.csv');
    writeFileSync(file, telco(quick ? 10_000 : 45_000));
    const { memory, rate } = await imported(folder(), {}, `${SAMPLES}/telco/mapping.json`, file);
    return { value: memory, notes: [`${rate.toLocaleString('en')} rows/s`] };
  },
};
