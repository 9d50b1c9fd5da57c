import { sentenceOf, type Contract, type Explained, type Language } from '@annals/event-sourcing';

/** A problem of the error catalogue. */
type Listed = Explained & { readonly code: string; readonly statuses: readonly number[] };

const LANGUAGES: readonly Language[] = ['en', 'zh'];
const placeholdersIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);

/** The verbs with which sentences say what to do. */
const VERBS =
  'add|advance|ask|cancel|change|check|choose|close|compare|connect|correct|encode|fill|follow|give|install|leave|let|look|make|name|narrow|open|pause|percent-encode|put|reactivate|read|reinstate|rebuild|record|register|remove|reopen|replay|resolve|restore|resume|revoke|send|sign|split|start|switch|try|undo|use|wait|win';
/** An imperative, at the beginning of a sentence or of a clause. */
const REMEDY_EN = new RegExp(`(?:^|[.!:;,—] (?:and |or |but |then |please )?)(?:${VERBS})\\b`, 'iu');
const REMEDY_ZH = /请/u;

const named = (problem: Listed) => LANGUAGES.flatMap((language) => placeholdersIn(problem.detail[language]));

/** Every problem is worded in both languages, has all details of its sentences, and contains no personal data. */
export const problemLaws = (problems: readonly Listed[], contracts: readonly Contract[]): void => {
  it('has each code once', () => {
    const codes = problems.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  describe.each(problems.map((problem) => [problem.code, problem] as const))('%s', (_, problem) => {
    it('is worded in English and in Chinese', () => {
      const { title, detail } = problem;
      expect(title.en).toMatch(/^[A-Z][^\u4e00-\u9fff]*[^.]$/);
      expect(detail.en).toMatch(/^[A-Z{`“][^\u4e00-\u9fff]*[.]$/);
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.zh).not.toMatch(/。$/);
      expect(detail.zh).toMatch(/[\u4e00-\u9fff].*。$/);
    });

    it('says what to do, or that nothing has to be done', () => {
      const { en, zh } = problem.detail;
      const isDone = en.includes('Nothing has to be done');
      expect([en, isDone || REMEDY_EN.test(en)]).toEqual([en, true]);
      expect([zh, isDone ? zh.includes('无需') : REMEDY_ZH.test(zh)]).toEqual([zh, true]);
    });

    it('has an example with all details that its sentences name', () => {
      const { example = {} } = problem;
      expect(named(problem).filter((name) => !Object.hasOwn(example, name))).toEqual([]);
      for (const sentence of Object.values(sentenceOf(problem, example))) expect(sentence).not.toMatch(/\{\w+\}/);
    });

    it('has labels only for details that its sentences name', () => {
      expect(Object.keys(problem.values ?? {}).filter((name) => !named(problem).includes(name))).toEqual([]);
    });

    // Findings about a row or a message may quote it.
    it('has no personal data in its details, if a response can have it', () => {
      if (problem.statuses.length === 0) return;
      const known = Object.keys(problem.example ?? {});
      expect(known.filter((name) => personalIn(contracts).has(name))).toEqual([]);
    });
  });
};

/** The names of personal fields of events. */
export const personalIn = (contracts: readonly Contract[]): ReadonlySet<string> =>
  new Set(
    contracts.flatMap(({ personalFields }) =>
      personalFields.map(({ path }) => path.replace('[]', '').split('.').at(-1)!),
    ),
  );
