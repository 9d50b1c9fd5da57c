import { choice } from './field.js';
import type { z } from 'zod';

/** The roles that users can have; their rights are declared by the slices. Names are stored and must never change. */
export const role = choice({
  administrator: { en: 'Administrator', zh: '管理员' },
  sales: { en: 'Sales', zh: '销售' },
  service: { en: 'Service', zh: '服务' },
  marketing: { en: 'Marketing', zh: '市场' },
  manager: { en: 'Manager', zh: '经理' },
  auditor: { en: 'Auditor', zh: '审计员' },
  analyst: { en: 'Analyst', zh: '分析员' },
  integration: { en: 'Integration', zh: '系统集成' },
});
export const ROLES = role.options;
export type Role = z.infer<typeof role>;
