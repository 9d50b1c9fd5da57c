import { snippetOf } from './snippet.js';

const words = {
  ...{ nameLabel: 'Name', companyLabel: 'Company', emailLabel: 'E-mail', phoneLabel: 'Phone' },
  ...{ needLabel: 'Need', emptyLabel: 'Leave empty', sendLabel: 'Send' },
};
const wording = `<script>alert("x")</script> & 'more'`;
const consent = { channel: 'email', purpose: 'marketing', wording } as const;
const of = (form: Parameters<typeof snippetOf>[0]['form']) =>
  snippetOf({ form, server: 'https://crm.example.com', language: 'en', words });

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
