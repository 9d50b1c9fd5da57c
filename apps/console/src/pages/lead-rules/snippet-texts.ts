import { texts } from '../../words/texts.js';

export const useSnippetTexts = texts({
  title: ['HTML of the form “{{name}}”', '表单“{{name}}”的 HTML'],
  paste: [
    'Paste this HTML into a page of an allowed origin. It can be styled and moved within the page.',
    '将此 HTML 粘贴到允许来源的网页中，可调整样式和位置。',
  ],
  server: [
    'Leads are sent to {{server}}. Change that address if visitors of the web site reach Annals by another one.',
    '线索提交到 {{server}}。如果网站访客通过其他地址访问 Annals，请修改该地址。',
  ],
  fields: [
    'Keep the names of the fields. You can add jobTitle, website, street, city, postalCode, region, country, industry and products.',
    '请保留字段名称。可添加 jobTitle、website、street、city、postalCode、region、country、industry 和 products。',
  ],
  hidden: [
    'Keep the hidden field “homepage”: a lead that fills it comes from a program and is not captured.',
    '请保留隐藏字段“homepage”：填写了它的线索来自程序，不会登记。',
  ],
  limits: [
    'Leads of one form, and requests of one visitor, are limited per minute. Above the limit the answer is 429.',
    '每个表单和每位访客每分钟的提交数有限制，超出时返回 429。',
  ],
  asksCountry: [
    'With the country, by which assignment rules choose the owner of a lead',
    '包含国家/地区，分配规则可据此选择线索负责人',
  ],
  isOff: ['The form is switched off and captures no leads.', '该表单已停用，不登记线索。'],
  noOrigins: [
    'No origin is allowed. Change the form and add the origin of the web site.',
    '尚未允许任何来源。请变更表单并添加网站的来源。',
  ],
  noRedirect: [
    'No page afterwards is set, so visitors see a plain answer of the server. Change the form and add the page.',
    '未设置提交后的页面，访客将看到服务器的原始应答。请变更表单并添加该页面。',
  ],
  nameLabel: ['Name', '姓名'],
  companyLabel: ['Company', '公司'],
  emailLabel: ['E-mail', '电子邮箱'],
  phoneLabel: ['Phone', '电话'],
  countryLabel: ['Country', '国家/地区'],
  needLabel: ['How can we help?', '您需要什么？'],
  emptyLabel: ['Leave this field empty', '请将此字段留空'],
  sendLabel: ['Send', '提交'],
});
