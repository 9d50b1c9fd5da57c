import { Popover } from 'antd';
import { useState } from 'react';
import { useWords } from '../words/language.js';
import { texts } from '../words/texts.js';
import { Icon } from './icon.js';
import { useCommands } from './use-commands.js';

const useTexts = texts({ more: ['More', '更多'] });

type Props = {
  readonly names: readonly string[];
  readonly onChoose: (name: string) => void;
  /** In a row: small, and named after the record. */
  readonly of?: string;
};

/** A menu of commands by their names, in the words of the API. */
export const MoreCommands = ({ names, onChoose, of }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const [t, word] = [useTexts(), useWords()];
  const commands = useCommands();
  const content = (
    <div className="menu" role="group" aria-label={t('more')}>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          onClick={() => {
            setOpen(false);
            onChoose(name);
          }}
        >
          {commands?.[name] ? word(commands[name].title) : name}
        </button>
      ))}
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content}>
      <button type="button" className={of === undefined ? 'btn' : 'btn mini'}>
        {t('more')} {of !== undefined && <span className="sr">: {of}</span>}
        <Icon name="down" small />
      </button>
    </Popover>
  );
};
