import { problems } from '@annals/event-sourcing';

export const organisationProblems = problems({
  UnitUnknown: {
    kind: 'missing',
    reference: true,
    title: { en: 'Unit not found', zh: '组织单元不存在' },
    detail: {
      en: 'The organisation has no {unit}. Check the id, or open the unit first.',
      zh: '组织中没有 {unit}。请核对标识，或先设立该单元。',
    },
    example: { unit: 'department/key-accounts' },
  },
  UnitClosed: {
    kind: 'conflict',
    title: { en: 'Unit closed', zh: '组织单元已关闭' },
    detail: {
      en: '{unit} is closed. Choose a unit that is open.',
      zh: '{unit} 已关闭。请选择未关闭的单元。',
    },
    example: { unit: 'department/key-accounts' },
  },
  UnitAlreadyExists: {
    kind: 'conflict',
    title: { en: 'Unit already exists', zh: '组织单元已存在' },
    detail: {
      en: '{unit} exists or existed already, with another name or place. Send another id, or rename or move that unit.',
      zh: '{unit} 已存在或曾经存在，且名称或上级不同。请使用其他标识，或更名、移动该单元。',
    },
    example: { unit: 'department/key-accounts' },
  },
  UnitInsideItself: {
    kind: 'conflict',
    title: { en: 'Unit would contain itself', zh: '组织单元不能隶属于自身' },
    detail: {
      en: '{parent} is {unit} itself or a part of it. Choose another parent.',
      zh: '{parent} 就是 {unit} 或其下级。请选择其范围之外的上级。',
    },
    example: { unit: 'region/east', parent: 'region/shanghai' },
  },
  UnitNotEmpty: {
    kind: 'conflict',
    title: { en: 'Unit not empty', zh: '组织单元非空' },
    detail: {
      en: '{unit} still has open parts: {parts}. Close or move them first.',
      zh: '{unit} 仍有未关闭的下级：{parts}。请先关闭或移走。',
    },
    example: { unit: 'department/sales', parts: ['team/north', 'team/south'] },
  },
  UserAlreadyExists: {
    kind: 'conflict',
    title: { en: 'User already exists', zh: '用户已存在' },
    detail: {
      en: 'User {userId} exists already, with other details. Send another id, or change the details of that user.',
      zh: '用户 {userId} 已存在，且信息不同。请使用其他标识，或变更该用户的信息。',
    },
    example: { userId: 'u-7' },
  },
  UserAlreadyInactive: {
    kind: 'conflict',
    title: { en: 'User already deactivated', zh: '用户已停用' },
    detail: {
      en: 'User {userId} is deactivated already, for another reason. Reactivate the user before another reason is recorded.',
      zh: '用户 {userId} 已停用，且原因不同。如需记录其他原因，请先重新启用该用户。',
    },
    example: { userId: 'u-7' },
  },
  UserAlreadyActive: {
    kind: 'conflict',
    title: { en: 'User already active', zh: '用户已启用' },
    detail: {
      en: 'User {userId} is active again already, for another reason. Leave the reason out, or send the same.',
      zh: '用户 {userId} 已重新启用，且原因不同。请不发送原因，或发送相同的原因。',
    },
    example: { userId: 'u-7' },
  },
  TeamOfAnotherDepartment: {
    kind: 'conflict',
    title: { en: 'Team of another department', zh: '团队属于其他部门' },
    detail: {
      en: 'Team {teamId} is not a part of department {departmentId}. Leave the department out, or choose a team of it.',
      zh: '团队 {teamId} 不属于部门 {departmentId}。请不发送部门，或选择该部门的团队。',
    },
    example: { teamId: 'north', departmentId: 'service' },
  },
  HandOverAlreadyBegun: {
    kind: 'conflict',
    title: { en: 'Hand-over already recorded', zh: '交接已记录' },
    detail: {
      en: 'Hand-over {handOverId} is recorded already, with other content. Send another id for another hand-over.',
      zh: '交接 {handOverId} 已记录，且内容不同。其他交接请使用其他编号。',
    },
    example: { handOverId: 'ho-1' },
  },
  HandOverToSelf: {
    kind: 'conflict',
    title: { en: 'Handed over to the same user', zh: '不能交接给本人' },
    detail: {
      en: '`to` names user {userId}, whose work is handed over. Name other users.',
      zh: '`to` 中包含交出工作的用户 {userId}。请指定其他用户。',
    },
    example: { userId: 'u-7' },
  },
  LastAdministrator: {
    kind: 'conflict',
    title: { en: 'Last administrator', zh: '最后一名管理员' },
    detail: {
      en: 'User {userId} is the only active administrator. Make another user an administrator first.',
      zh: '用户 {userId} 是唯一在用的管理员。请先将其他用户设为管理员。',
    },
    example: { userId: 'u-1' },
  },
  ApiKeyUnknown: {
    kind: 'missing',
    title: { en: 'API key not recorded', zh: 'API 密钥未记录' },
    detail: {
      en: 'No API key {keyId} was issued. Check the id.',
      zh: '没有签发过 API 密钥 {keyId}。请核对标识。',
    },
    example: { keyId: 'WUCAlr5AtbQTS6Wj' },
  },
  ApiKeyAlreadyIssued: {
    kind: 'conflict',
    title: { en: 'API key already issued', zh: 'API 密钥已签发' },
    detail: {
      en: 'API key {keyId} is issued already, to another user or under another name. Send another id.',
      zh: 'API 密钥 {keyId} 已签发给其他用户或使用其他名称。请使用其他标识。',
    },
    example: { keyId: 'WUCAlr5AtbQTS6Wj' },
  },
});
