import { useQuery } from '@tanstack/react-query';
import { Popover } from 'antd';
import { useState } from 'react';
import { allCommands } from '../api/catalogue.js';
import { useWords } from '../words/language.js';
import { texts } from '../words/texts.js';
import { Icon } from './icon.js';

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
  const { data } = useQuery({ queryKey: ['commands'], queryFn: allCommands, staleTime: Infinity });
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
          {data?.[name] ? word(data[name].title) : name}
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
