import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast } from './budgets.mjs';
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

/** Rows per second, as reported by the importer. */
const imported = async (dataDir, ...args) => {
  const env = { ...process.env, DATA_DIR: dataDir };
  const errors = join(dataDir, 'errors.csv');
  const program = [`${ROOT}/apps/annals/dist/cli.js`, 'import', ...args, '--errors', errors];
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = '';
  child.stdout.on('data', (chunk) => (printed += chunk));
  await once(child, 'close');
  const [, rate] = /\(([\d,]+) rows\/s\)/.exec(printed) ?? [];
  if (rate === undefined) throw new Error(`The import failed:\n${printed}`);
  return Number(rate.replaceAll(',', ''));
};

export const imports = {
  name: 'imports',
  what: 'import, rows of the slower of Northwind and a Telco file',
  budget: atLeast(3_000, 'rows/s'),
  async run({ folder, quick }) {
    const samples = `${ROOT}/infra/samples`;
    const file = join(folder(), 'telco.csv');
    writeFileSync(file, telco(quick ? 2_000 : 7_043));
    const rates = { northwind: [], telco: [] };
    for (let round = 0; round < 3; round += 1) {
      rates.northwind.push(await imported(folder(), `${samples}/northwind/mapping.json`));
      rates.telco.push(await imported(folder(), `${samples}/telco/mapping.json`, file));
    }
    const [northwind, other] = [median(rates.northwind), median(rates.telco)];
    const notes = [`Northwind ${northwind.toLocaleString('en')}, Telco ${other.toLocaleString('en')} rows/s`];
    return { value: Math.min(northwind, other), notes };
  },
};
