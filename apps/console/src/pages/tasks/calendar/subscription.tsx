import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../../api/client.js';
import { Dialog } from '../../../design/dialog.js';
import { Icon } from '../../../design/icon.js';
import { Moment } from '../../../design/moment.js';
import { ShownOnce } from '../../../design/shown-once.js';
import { ErrorNotice } from '../../../design/states.js';
import { texts } from '../../../words/texts.js';

const useTexts = texts({
  subscribe: ['Subscribe', '订阅'],
  title: ['Your tasks in another calendar', '在其他日历中查看任务'],
  why: [
    'A calendar program that subscribes to a secret address shows your tasks and reminds you of them. Everyone who knows the address can read them.',
    '日历程序订阅保密地址后，即可显示您的任务并提醒。知道该地址的人都能看到这些任务。',
  ],
  since: ['An address was created', '地址已生成：'],
  create: ['Create an address', '生成地址'],
  replace: ['Replace the address', '更换地址'],
  revoke: ['Revoke', '撤销'],
  address: ['Address of your calendar', '日历地址'],
});

const KEY = ['own-calendar'];

/** The secret address of the user's calendar, which is created, replaced and revoked. */
export const Subscription = () => {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [address, setAddress] = useState<string>();
  return (
    <>
      <button type="button" className="btn subscribe" onClick={() => setOpen(true)}>
        <Icon name="link" /> {t('subscribe')}
      </button>
      {isOpen && address === undefined && <Keeping onClose={() => setOpen(false)} onCreated={setAddress} />}
      {address !== undefined && (
        <ShownOnce title={t('title')} label={t('address')} text={address} onClose={() => setAddress(undefined)} />
      )}
    </>
  );
};

type KeepingProps = { readonly onClose: () => void; readonly onCreated: (address: string) => void };

const Keeping = ({ onClose, onCreated }: KeepingProps) => {
  const [t, { createdAt, error, create, revoke }] = [useTexts(), useOwnCalendar(onCreated)];
  const footer = (
    <div className="drawer-foot">
      {createdAt && (
        <button type="button" className="btn danger" onClick={revoke}>
          {t('revoke')}
        </button>
      )}
      <button type="button" className="btn main-act" disabled={createdAt === undefined} onClick={create}>
        {t(createdAt ? 'replace' : 'create')}
      </button>
    </div>
  );
  return (
    <Dialog title={t('title')} onClose={onClose} footer={footer}>
      <p>{t('why')}</p>
      {createdAt && (
        <p className="muted">
          {t('since')} <Moment at={createdAt} />
        </p>
      )}
      {error !== null && <ErrorNotice error={error} />}
    </Dialog>
  );
};

const useOwnCalendar = (onCreated: KeepingProps['onCreated']) => {
  const client = useQueryClient();
  const [failure, setFailure] = useState<unknown>(null);
  const { data, error } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answerOf(api.GET('/v1/me/calendar', { signal })),
  });
  const run = (act: () => Promise<void>) => {
    setFailure(null);
    void act().then(() => client.invalidateQueries({ queryKey: KEY }), setFailure);
  };
  return {
    /** `null` if there is no address. */
    createdAt: data?.createdAt,
    error: failure ?? error,
    create: () => run(async () => onCreated(`${location.origin}${(await answerOf(api.POST('/v1/me/calendar'))).path}`)),
    revoke: () => run(async () => void (await answerOf(api.DELETE('/v1/me/calendar')))),
  };
};
