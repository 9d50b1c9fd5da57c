import { annalsCatalogue, configurationOf } from '@annals/composition';
import { assign, fileSource, mappingOf, sampleOf } from '@annals/importing';
import { sharedData } from '@annals/testing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { customerFile, REGISTER, usualConstants } from './customer-file.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-customer-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { command } = annalsCatalogue(configurationOf({})).commands.get(REGISTER)!;
const wanted = customerFile(command, 'customers');

const suggested = async (path: string) => {
  const sample = await sampleOf(await fileSource(path));
  const assigned = assign(sample, wanted, new Map());
  const mapping = mappingOf(sample, assigned, { ...wanted, constants: usualConstants(assigned) });
  return { sample, mapping, targets: Object.fromEntries(assigned.map(({ column, target }) => [column, target])) };
};

let files = 0;
const written = (text: string, encoding = 'utf-8') => {
  const path = join(folder, `${(files += 1)}.csv`);
  writeFileSync(path, iconv.encode(text, encoding));
  return suggested(path);
};

const HEADER_EN = [
  ...['Customer code', 'Company name', 'Type', 'Tax number', 'E-mail', 'Telephone', 'Fax', 'Web site', 'Industry'],
  ...['Department', 'Region', 'Customer since', 'Country', 'Province', 'City', 'Street', 'Zip', 'Contact name'],
  ...['Contact title', 'Employees', 'Annual turnover', 'Ownership'],
];
const ROW_EN =
  'A-1,Acme,Organisation,123,info@acme.example,+86 21 6123 4567,,https://acme.example,power,key-accounts,east,2019-03-01,CN,Shanghai,Shanghai,1 Renmin Road,200000,Li,Buyer,250,12500000.00,private';
const HEADER_ZH = [
  ...[
    '客户编号',
    '客户名称',
    '客户类型',
    '统一社会信用代码',
    '税号',
    '营业执照号',
    '电子邮箱',
    '联系电话',
    '传真',
    '网址',
  ],
  ...[
    '所属行业',
    '所属部门',
    '大区',
    '成为客户日期',
    '国家',
    '省份',
    '城市',
    '详细地址',
    '邮编',
    '联系人',
    '联系人职务',
  ],
  '员工人数',
];
const ROW_ZH =
  'A-1;上海海澜水泵有限公司;企业;91310000MA1FL0XX09;123;310000400012345;info@acme.example;021-61234567;;www.acme.example;电力;大客户部;华东;2019/3/1;中国;上海;上海;人民路1号;200000;王芳;采购经理;250';

it('finds all 22 columns of a customer file in English', async () => {
  const { targets } = await written(`${HEADER_EN.join()}\n${ROW_EN}\n`);
  expect(Object.values(targets)).toEqual([
    ...['code', 'name', 'kind', 'taxNumber', 'email', 'phone', 'fax', 'website', 'industry', 'department', 'region'],
    ...['customerSince', 'geographic.country', 'geographic.province', 'geographic.city', 'addresses.street'],
    ...['addresses.postalCode', 'contactPersons.name', 'contactPersons.title', 'demographic.employees'],
    ...['demographic.annualRevenue', 'demographic.ownership'],
  ]);
});

it('finds all 22 columns of a customer file in Chinese, and how it is written', async () => {
  const { sample, targets } = await written(`${HEADER_ZH.join(';')}\n${ROW_ZH}\n`, 'gbk');
  expect(Object.values(targets)).toEqual([
    ...['code', 'name', 'kind', 'organisationCode', 'taxNumber', 'businessLicence', 'email', 'phone', 'fax', 'website'],
    ...['industry', 'department', 'region', 'customerSince', 'geographic.country', 'geographic.province'],
    ...['geographic.city', 'addresses.street', 'addresses.postalCode', 'contactPersons.name', 'contactPersons.title'],
    'demographic.employees',
  ]);
  expect(sample.format).toMatchObject({ encoding: 'gb18030', delimiter: ';', dates: ['yyyy/M/d'] });
});

const northwind = sharedData('northwind/customers.csv');
const telco = sharedData('telco/Telco-Customer-Churn.csv');

(northwind === undefined ? it.skip : it)('finds all columns of the customers of Northwind', async () => {
  const { targets, mapping } = await suggested(northwind!);
  expect(targets).toEqual({
    ...{ CustomerID: 'code', CompanyName: 'name', ContactName: 'contactPersons.name' },
    ...{ ContactTitle: 'contactPersons.title', Address: 'addresses.street', City: 'geographic.city', Region: 'region' },
    ...{ PostalCode: 'addresses.postalCode', Country: 'geographic.country', Phone: 'phone', Fax: 'fax' },
  });
  expect(mapping.steps[0]).toMatchObject({
    key: 'CustomerID',
    fields: {
      kind: { constant: 'organisation' },
      addresses: { list: [{ object: { street: 'Address', city: 'City', country: 'Country' } }] },
    },
  });
});

(telco === undefined ? it.skip : it)('keeps what it knows nothing of as attributes', async () => {
  const { targets, mapping } = await suggested(telco!);
  expect(targets).toMatchObject({
    ...{ customerID: 'code', gender: 'demographic.gender', Dependents: 'demographic.dependents' },
    ...{ tenure: 'value.tenureMonths', Contract: 'value.contract', PaymentMethod: 'value.paymentMethod' },
    ...{ MonthlyCharges: 'value.monthlyCharge', TotalCharges: 'value.totalCharge' },
    ...{ PhoneService: 'attributes.phoneService', StreamingTV: 'attributes.streamingTV' },
  });
  expect(Object.values(targets)).not.toContain(null);
  expect(mapping.steps[0]!.fields).toMatchObject({ name: 'customerID', kind: { constant: 'person' } });
});

it('tells columns by their content where their names say nothing', async () => {
  const { targets, mapping } = await written(
    'a,b,c,d,e\n1,li@acme.example,女,https://acme.example,+86 21 6123 4567\n2,x@acme.example,男,,021-61234568\n',
  );
  expect(targets).toMatchObject({ b: 'email', c: 'demographic.gender', d: 'website', e: 'phone' });
  expect(mapping.steps[0]!.key).toBe('b');
});

it('takes the whole row where nothing tells one customer from another', async () => {
  const { mapping } = await written('Name,City\nLi,Berlin\nLi,Kiel\n');
  expect(mapping.steps[0]).toMatchObject({ key: '*', fields: { customerId: { transform: 'uuid' } } });
});

it('uses no column whose name is there twice, nor one without a name', async () => {
  const { targets } = await written('No,Phone,Phone,\n1,+49 30 1234567,+49 30 1234568,x\n');
  expect(targets).toEqual({ No: 'code', Phone: null, '': null });
});
