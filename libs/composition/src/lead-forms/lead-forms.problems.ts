import { httpProblems } from '@annals/http';

/** Problems of leads that pages send. */
export const leadFormHttpProblems = httpProblems({
  LeadFormNotFound: {
    status: 404,
    title: { en: 'Lead form not found', zh: '线索表单不存在' },
    detail: {
      en: 'There is no lead form {id}. Check the address that the page sends to.',
      zh: '没有线索表单 {id}。请核对网页的提交地址。',
    },
    example: { id: 'f-spring' },
  },
  LeadFormOff: {
    status: 409,
    title: { en: 'Lead form switched off', zh: '线索表单已停用' },
    detail: {
      en: 'This form takes no more leads. Ask the company to switch it on again, or send the lead in another way.',
      zh: '该表单已停止接收。请联系企业重新启用，或通过其他方式提交。',
    },
  },
  OriginNotAllowed: {
    status: 403,
    title: { en: 'Origin not allowed', zh: '来源不被允许' },
    detail: {
      en: 'This form takes leads from pages of certain sites only. Add the origin of the page to the form, or use the form on one of its sites.',
      zh: '该表单只接收指定网站的网页提交的线索。请将该网页的来源添加到表单，或在允许的网站上使用。',
    },
  },
});
