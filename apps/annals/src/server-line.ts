import { languageIn } from '@annals/configuration';
import { explain, settings } from '@annals/composition';
import { Command } from 'commander';
import { serve } from './serve.js';

/** `npm start`. Exits with 1 and an explanation when Annals cannot start. */
export const runServer = async (argv: string[]): Promise<void> => {
  const words = WORDS[languageIn(process.env)];
  const program = new Command('npm start --')
    .description(words.description)
    .option('--sample', words.sample)
    .helpOption('-h, --help', words.help)
    .allowExcessArguments(false)
    .addHelpText('after', `\n${words.environment}\n${explained()}`)
    .action(serve);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    console.error(explain(error, process.env['DATA_DIR']));
    process.exit(1);
  }
};

const WORDS = {
  en: {
    description: 'Run Annals: the API, the views and the clock.',
    sample: 'load the samples first: Northwind and the two years of an invented company, 391 customers',
    help: 'show this help',
    environment: 'Environment variables:',
  },
  zh: {
    description: '运行 Annals：API、视图和时钟。',
    sample: '先加载示例数据：Northwind 和一家虚构公司两年的业务，共 391 个客户',
    help: '显示帮助',
    environment: '环境变量：',
  },
};

const explained = () => {
  const language = languageIn(process.env);
  const width = Math.max(...settings.map(({ name }) => name.length));
  const line = ({ name, meaning, fallback }: (typeof settings)[number]) =>
    `  ${name.padEnd(width)}  ${meaning[language]}${fallback === undefined ? '' : ` [${fallback}]`}`;
  return settings.map(line).join('\n');
};
