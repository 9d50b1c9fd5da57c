import { sharedData } from '@annals/testing';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of Telco customers and its figures. */
export type TelcoFile = {
  readonly path: string;
  readonly customers: number;
  readonly lost: number;
  readonly blanks: number;
};

/** The real file if it is beside the checkout, else a generated one of the same form. Throws in CI without it. */
export const telcoFile = (folder: string): TelcoFile => {
  const path = sharedData('telco/Telco-Customer-Churn.csv');
  return path === undefined ? made(folder) : { path, customers: 7_043, lost: 1_869, blanks: 11 };
};

const COLUMNS = [
  ...['customerID', 'gender', 'SeniorCitizen', 'Partner', 'Dependents', 'tenure', 'PhoneService', 'MultipleLines'],
  ...['InternetService', 'OnlineSecurity', 'OnlineBackup', 'DeviceProtection', 'TechSupport', 'StreamingTV'],
  ...['StreamingMovies', 'Contract', 'PaperlessBilling', 'PaymentMethod', 'MonthlyCharges', 'TotalCharges', 'Churn'],
];
const SERVICES = 'Yes,No,DSL,No,Yes,No,No,No,No,Month-to-month,Yes,Electronic check,29.85';

const made = (folder: string): TelcoFile => {
  const rows = Array.from({ length: 4_000 }, (_, row) => {
    const blank = row % 400 === 0;
    const person = `${row}-MADE,Female,${row % 2},Yes,No,${blank ? 0 : (row % 70) + 1}`;
    return `${person},${SERVICES},${blank ? ' ' : '29.85'},${row % 4 === 1 ? 'Yes' : 'No'}`;
  });
  const path = join(folder, 'Telco-Customer-Churn.csv');
  writeFileSync(path, [COLUMNS.join(','), ...rows, ''].join('\r\n'));
  return { path, customers: 4_000, lost: 1_000, blanks: 10 };
};
