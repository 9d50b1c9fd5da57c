import { countriesIn } from './countries.js';
import type { Form } from './form-drawers.js';

/** The words of a snippet. */
export const LABELS = [
  ...(['nameLabel', 'companyLabel', 'emailLabel', 'phoneLabel', 'countryLabel'] as const),
  ...(['needLabel', 'emptyLabel', 'sendLabel'] as const),
] as const;

/** What the snippet says to the visitors of a web site. */
export type SnippetWords = Readonly<Record<(typeof LABELS)[number], string>>;

type Options = {
  readonly form: Pick<Form, 'formId' | 'consent'>;
  /** Where Annals is reached, such as `https://crm.example.com`. */
  readonly server: string;
  readonly language: string;
  readonly words: SnippetWords;
  /** Whether visitors choose their country, by its code. */
  readonly asksCountry?: boolean;
};

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);

const labelled = (label: string, control: string) => `  <p><label>${escaped(label)}<br>${control}</label></p>`;

const consentOf = ({ consent }: Options['form']) =>
  consent ? [`  <p><label><input type="checkbox" name="consent"> ${escaped(consent.wording)}</label></p>`] : [];

const countryOf = ({ language, words, asksCountry = false }: Options) =>
  asksCountry
    ? [
        `  <p><label>${escaped(words.countryLabel)}<br><select name="country" autocomplete="country">`,
        '    <option value=""></option>',
        ...countriesIn(language).map(({ code, name }) => `    <option value="${code}">${escaped(name)}</option>`),
        '  </select></label></p>',
      ]
    : [];

/** A number for each lead, so that one that is sent twice is captured once; other words make it another lead. */
const script = (id: string) => [
  '<script>',
  '  (function (form) {',
  '    var id = form.elements.submissionId;',
  "    form.addEventListener('input', function () { id.value = ''; });",
  "    form.addEventListener('submit', function () {",
  "      if (id.value === '' && window.crypto && crypto.randomUUID) id.value = crypto.randomUUID();",
  '    });',
  `  })(document.getElementById('${id}'));`,
  '</script>',
];

/** The HTML with which a page of a web site sends leads by a form. */
export const snippetOf = (options: Options): string => {
  const { form, server, language, words } = options;
  const id = `lead-form-${escaped(form.formId)}`;
  const action = escaped(`${server}/v1/lead-forms/${encodeURIComponent(form.formId)}/leads`);
  return [
    `<form id="${id}" method="post" action="${action}" lang="${language}">`,
    labelled(words.nameLabel, '<input name="name" required maxlength="500" autocomplete="name">'),
    labelled(words.companyLabel, '<input name="company" maxlength="500" autocomplete="organization">'),
    labelled(words.emailLabel, '<input name="email" type="email" required maxlength="254" autocomplete="email">'),
    labelled(words.phoneLabel, '<input name="phone" type="tel" maxlength="100" autocomplete="tel">'),
    ...countryOf(options),
    labelled(words.needLabel, '<textarea name="need" rows="4" maxlength="5000"></textarea>'),
    ...consentOf(form),
    '  <p style="position: absolute; left: -10000px" aria-hidden="true"><label>' +
      `${escaped(words.emptyLabel)}<input name="homepage" tabindex="-1" autocomplete="off"></label></p>`,
    `  <input type="hidden" name="language" value="${language}">`,
    '  <input type="hidden" name="submissionId" value="">',
    `  <p><button type="submit">${escaped(words.sendLabel)}</button></p>`,
    '</form>',
    ...script(id),
    '',
  ].join('\n');
};
