import { snippetOf } from './snippet.js';

const words = {
  ...{ nameLabel: 'Name', companyLabel: 'Company', emailLabel: 'E-mail', phoneLabel: 'Phone' },
  countryLabel: 'Country',
  ...{ needLabel: 'Need', emptyLabel: 'Leave empty', sendLabel: 'Send' },
};
const wording = `<script>alert("x")</script> & 'more'`;
const consent = { channel: 'email', purpose: 'marketing', wording } as const;
const of = (form: Parameters<typeof snippetOf>[0]['form'], more: object = {}) =>
  snippetOf({ form, server: 'https://crm.example.com', language: 'en', words, ...more });

it('sends to the public route of the form, and has the field that people leave empty', () => {
  const snippet = of({ formId: 'f:1', consent: null });
  expect(snippet).toContain('action="https://crm.example.com/v1/lead-forms/f%3A1/leads"');
  expect(snippet).toContain('name="homepage"');
  expect(snippet).not.toContain('name="consent"');
});

it('shows the wording of the consent as text, whatever signs it has', () => {
  const snippet = of({ formId: 'f-1', consent });
  expect(snippet).toContain('> &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;</label>');
  expect(snippet.match(/<script>/g)).toHaveLength(1);
});

it('asks for the country only where the form is to, with the codes that assignment rules compare, by name', () => {
  expect(of({ formId: 'f-1', consent: null })).not.toContain('name="country"');
  const snippet = of({ formId: 'f-1', consent: null }, { asksCountry: true });
  const options = [...snippet.matchAll(/<option value="([A-Z]{2})">(.*)<\/option>/g)];
  expect(options).toHaveLength(249);
  expect(new Set(options.map(([, code]) => code)).size).toBe(249);
  expect(options[0]).toMatchObject({ 1: 'AF', 2: 'Afghanistan' });
  expect(of({ formId: 'f-1', consent: null }, { asksCountry: true, language: 'zh' })).toContain('>中国</option>');
});
