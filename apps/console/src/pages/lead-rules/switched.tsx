import { MoreCommands } from '../../design/more-commands.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';

type Status = components['schemas']['NamedLeadFormStatus'];

/** What is begun on a line: a command, or something else that the line offers. */
export type Act<Row> = { readonly name: string; readonly row: Row };

/** The tab of the page that shows a list of what can be switched off. */
export type Adding = { readonly isAdding: boolean; readonly endAdding: () => void };

type Props = {
  readonly row: { readonly status: Status; readonly reason: string | null; readonly name: string };
  /** The commands that change it, switch it off and switch it on. */
  readonly commands: Readonly<Record<'change' | Status, string>>;
  readonly begin: (name: string) => void;
};

/** Whether it is on, why it was switched last, and what can be done with it. */
export const Switched = ({ row: { status, reason, name }, commands, begin }: Props) => {
  const word = useValueWords();
  const next = status === 'on' ? commands.off : commands.on;
  return (
    <span className="holder">
      <span>
        <span className={status === 'on' ? 'good' : 'tag bad'}>{word('NamedLeadFormStatus', status)}</span>
        {reason !== null && <span className="small faint say">{reason}</span>}
      </span>
      <MoreCommands names={[commands.change, next]} of={name} onChoose={begin} />
    </span>
  );
};
