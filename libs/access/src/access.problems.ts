import { httpProblems } from '@annals/http';

/** What a caller may not do, or may not even know of. */
export const accessProblems = httpProblems({
  OutOfScope: {
    status: 403,
    title: { en: 'Outside your scope', zh: '超出数据范围' },
    detail: {
      en: 'You may see this customer, but the right `{permission}` does not reach it. Ask its owner or an administrator.',
      zh: '您可以查看该客户，但权限 `{permission}` 不包括该客户。请联系客户负责人或管理员。',
    },
    example: { permission: 'customers.write' },
  },
  PersonalDataHidden: {
    status: 403,
    title: { en: 'Personal data hidden', zh: '个人信息不可见' },
    detail: {
      en: 'To search, filter or group by personal data you need the right `{permission}`. Ask an administrator to grant it, or use other fields.',
      zh: '按个人信息查找、筛选或分组需要权限 `{permission}`。请联系管理员授权，或改用其他字段。',
    },
    example: { permission: 'personal.read' },
  },
  ScopeTooWide: {
    status: 422,
    title: { en: 'Too much to add up', zh: '汇总范围过大' },
    detail: {
      en: 'What you may see falls into {groups} groups, which is too many to add up. Narrow the report by filters or a shorter period.',
      zh: '您可见的数据分为 {groups} 组，数量过多，无法汇总。请用筛选条件或更短的期间缩小范围。',
    },
    example: { groups: 250_000 },
  },
  IdTaken: {
    status: 409,
    title: { en: 'Id is taken', zh: '标识已被占用' },
    detail: {
      en: 'The `{field}` {id} is taken. Send another one.',
      zh: '`{field}` {id} 已被占用。请使用其他标识。',
    },
    example: { field: 'dealId', id: 'd-1' },
  },
  CustomerNotFound: {
    status: 404,
    title: { en: 'Customer not found', zh: '客户不存在' },
    detail: {
      en: 'There is no customer {id}, or you may not see it. Check the id, or look the customer up by name or number.',
      zh: '客户 {id} 不存在，或您无权查看。请核对标识，或按名称、号码查找客户。',
    },
    example: { id: 'c-1' },
  },
  RecordNotFound: {
    status: 404,
    title: { en: 'Record not found', zh: '记录不存在' },
    detail: {
      en: 'There is no record {id}, or you may not see it. Check the id.',
      zh: '记录 {id} 不存在，或您无权查看。请核对标识。',
    },
    example: { id: 'r-1' },
  },
  DealNotFound: {
    status: 404,
    title: { en: 'Deal not found', zh: '商机不存在' },
    detail: {
      en: 'There is no deal {id}, or you may not see it. Check the id.',
      zh: '商机 {id} 不存在，或您无权查看。请核对标识。',
    },
    example: { id: 'd-1' },
  },
  ComplaintNotFound: {
    status: 404,
    title: { en: 'Complaint not found', zh: '投诉不存在' },
    detail: {
      en: 'There is no complaint {id}, or you may not see it. Check the id.',
      zh: '投诉 {id} 不存在，或您无权查看。请核对标识。',
    },
    example: { id: 'co-1' },
  },
});
