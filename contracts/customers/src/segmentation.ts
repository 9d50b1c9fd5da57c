import { choice, day, decimal, field, label, ofCustomer, personal } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const geographic = z.strictObject({
  country: field(label, { en: 'Country', zh: '国家/地区' }, { example: 'CN' }).optional(),
  province: field(label, { en: 'Province', zh: '省份' }, { example: 'Zhejiang' }).optional(),
  city: field(personal, { en: 'City', zh: '城市' }, { example: 'Shanghai' }).optional(),
  district: field(personal, { en: 'District', zh: '区县' }, { example: 'Pudong' }).optional(),
  settlement: field(
    choice({
      urban: { en: 'Urban', zh: '城市' },
      suburban: { en: 'Suburban', zh: '城郊' },
      rural: { en: 'Rural', zh: '乡村' },
    }),
    { en: 'Settlement', zh: '聚居类型' },
    { example: 'urban' },
  ).optional(),
  climate: field(label, { en: 'Climate', zh: '气候' }, { example: 'subtropical' }).optional(),
});

export const demographic = z.strictObject({
  gender: field(
    choice({
      female: { en: 'Female', zh: '女' },
      male: { en: 'Male', zh: '男' },
      other: { en: 'Other', zh: '其他' },
    }).meta(ofCustomer),
    { en: 'Gender', zh: '性别' },
    { example: 'female' },
  ).optional(),
  birthDate: field(day.meta(ofCustomer), { en: 'Date of birth', zh: '出生日期' }, { example: '1990-05-01' }).optional(),
  ageBand: field(personal, { en: 'Age band', zh: '年龄段' }, { example: '30-39' }).optional(),
  maritalStatus: field(personal, { en: 'Marital status', zh: '婚姻状况' }, { example: 'married' }).optional(),
  householdSize: field(
    z.number().int().min(1).max(100).meta(ofCustomer),
    { en: 'Household size', zh: '家庭人数' },
    { example: 3 },
  ).optional(),
  dependents: field(
    z.boolean().meta(ofCustomer),
    { en: 'Has dependents', zh: '有被抚养人' },
    { example: true },
  ).optional(),
  occupation: field(personal, { en: 'Occupation', zh: '职业' }, { example: 'engineer' }).optional(),
  education: field(personal, { en: 'Education', zh: '学历' }, { example: 'bachelor' }).optional(),
  incomeBand: field(personal, { en: 'Income band', zh: '收入水平' }, { example: 'middle' }).optional(),
  employees: field(z.number().int().min(0), { en: 'Employees', zh: '员工人数' }, { example: 250 }).optional(),
  annualRevenue: field(decimal, { en: 'Annual revenue', zh: '年营业额' }, { example: '12500000.00' }).optional(),
  ownership: field(label, { en: 'Ownership', zh: '所有制' }, { example: 'private' }).optional(),
  foundedYear: field(
    z.number().int().min(1000).max(9999),
    { en: 'Founded in', zh: '成立年份' },
    { example: 1998 },
  ).optional(),
});

export const psychographic = z.strictObject({
  lifestyle: field(personal, { en: 'Lifestyle', zh: '生活方式' }, { example: 'active' }).optional(),
  personality: field(personal, { en: 'Personality', zh: '个性' }, { example: 'cautious' }).optional(),
  values: field(personal, { en: 'Values', zh: '价值观' }, { example: 'quality first' }).optional(),
  socialClass: field(personal, { en: 'Social class', zh: '社会阶层' }, { example: 'middle class' }).optional(),
  interests: field(z.array(personal).max(50), { en: 'Interests', zh: '兴趣' }, { example: ['hiking'] }).optional(),
  attitude: field(
    choice({
      enthusiastic: { en: 'Enthusiastic', zh: '热情' },
      positive: { en: 'Positive', zh: '积极' },
      indifferent: { en: 'Indifferent', zh: '冷淡' },
      negative: { en: 'Negative', zh: '消极' },
      hostile: { en: 'Hostile', zh: '敌对' },
    }).meta(ofCustomer),
    { en: 'Attitude', zh: '态度' },
    { example: 'positive' },
  ).optional(),
});

/** The value of the relationship, and how the customer buys and uses products. */
export const value = z.strictObject({
  tenureMonths: field(
    z.number().int().min(0).max(1200),
    { en: 'Tenure (months)', zh: '合作时长（月）' },
    { example: 36 },
  ).optional(),
  contract: field(label, { en: 'Contract', zh: '合同类型' }, { example: 'two years' }).optional(),
  services: field(z.array(label).max(100), { en: 'Services', zh: '服务' }, { example: ['broadband'] }).optional(),
  paymentMethod: field(label, { en: 'Payment method', zh: '付款方式' }, { example: 'bank transfer' }).optional(),
  monthlyCharge: field(decimal, { en: 'Monthly charge', zh: '月费用' }, { example: '70.35' }).optional(),
  totalCharge: field(decimal, { en: 'Total charge', zh: '累计费用' }, { example: '2532.60' }).optional(),
  usageRate: field(
    choice({
      light: { en: 'Light', zh: '少量' },
      medium: { en: 'Medium', zh: '中等' },
      heavy: { en: 'Heavy', zh: '大量' },
    }),
    { en: 'Usage rate', zh: '使用率' },
    { example: 'medium' },
  ).optional(),
  loyalty: field(
    choice({
      none: { en: 'None', zh: '无' },
      medium: { en: 'Medium', zh: '中等' },
      strong: { en: 'Strong', zh: '强' },
      absolute: { en: 'Absolute', zh: '绝对' },
    }),
    { en: 'Loyalty', zh: '忠诚度' },
    { example: 'strong' },
  ).optional(),
  potential: field(
    choice({ low: { en: 'Low', zh: '低' }, medium: { en: 'Medium', zh: '中等' }, high: { en: 'High', zh: '高' } }),
    { en: 'Potential', zh: '潜力' },
    { example: 'high' },
  ).optional(),
  influence: field(
    choice({ low: { en: 'Low', zh: '低' }, medium: { en: 'Medium', zh: '中等' }, high: { en: 'High', zh: '高' } }),
    { en: 'Influence', zh: '影响力' },
    { example: 'medium' },
  ).optional(),
});
