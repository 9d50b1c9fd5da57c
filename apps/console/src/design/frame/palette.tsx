import { Modal } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { addressOf } from '../addresses.js';
import { pages } from '../../pages/index.js';
import { useMay } from '../../session/use-session.js';
import { useWords } from '../../words/language.js';
import { Icon, type IconName } from '../icon.js';
import { useFoundCustomers } from '../use-found-customers.js';
import { useMenu } from './menu.js';
import { useFrameTexts } from './texts.js';

type Choice = {
  readonly group: 'customers' | 'pages' | 'actions';
  readonly icon: IconName;
  readonly text: string;
  readonly aside?: string;
  readonly to: string;
};

const MOST = 8;

const useCustomers = (words: string): readonly Choice[] =>
  (useFoundCustomers(words, MOST) ?? []).map(({ customerId, name, code }) => ({
    ...({
      group: 'customers',
      icon: 'people',
      text: name ?? customerId,
      to: addressOf.customer(customerId),
    } as const),
    ...(code === null ? {} : { aside: code }),
  }));

const usePlaces = (words: string): readonly Choice[] => {
  const [menu, may, word] = [useMenu(), useMay(), useWords()];
  const actions = pages.flatMap(({ actions: all = [], right }) => all.map((action) => ({ right, ...action })));
  const choices: readonly Choice[] = [
    ...actions
      .filter(({ right }) => may(right))
      .map(({ title, icon, to }) => ({ group: 'actions' as const, icon, text: word(title), to })),
    ...menu.map(({ title, path, menu: { icon } }) => ({ group: 'pages' as const, icon, text: word(title), to: path })),
  ];
  return choices.filter(({ text }) => text.toLowerCase().includes(words.trim().toLowerCase()));
};

/** Customers by name, code and phone; pages; actions. */
const Palette = ({ onClose }: { readonly onClose: () => void }) => {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const [t, navigate, id] = [useFrameTexts(), useNavigate(), useId()];
  const choices = [...useCustomers(words), ...usePlaces(words)];
  const chosen = Math.min(at, choices.length - 1);
  const go = (choice: Choice | undefined) => {
    if (!choice) return;
    onClose();
    void navigate(choice.to);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((chosen + step + choices.length) % Math.max(1, choices.length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go(choices[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      styles={{ container: { padding: 0 } }}
      style={{ top: '12vh' }}
      title={<span className="sr">{t('search')}</span>}
    >
      <input
        className="pal-in"
        autoFocus
        value={words}
        placeholder={t('hint')}
        aria-label={t('hint')}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={id}
        aria-activedescendant={choices.length > 0 ? `${id}-${chosen}` : undefined}
        onKeyDown={move}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
      />
      <div className="pal" role="listbox" id={id} aria-label={t('search')}>
        {choices.length === 0 && <p className="gh">{t('nothing')}</p>}
        {choices.map((choice, index) => (
          <div key={`${choice.group} ${choice.to} ${choice.text}`} role="presentation">
            {choice.group !== choices[index - 1]?.group && (
              <div className="gh" role="presentation">
                {t(choice.group)}
              </div>
            )}
            <div
              role="option"
              id={`${id}-${index}`}
              aria-selected={index === chosen}
              onClick={() => go(choice)}
              onMouseMove={() => setAt(index)}
            >
              <Icon name={choice.icon} />
              <span>{choice.text}</span>
              {choice.aside && <span className="r">{choice.aside}</span>}
            </div>
          </div>
        ))}
      </div>
    </Modal>
  );
};

export default Palette;
