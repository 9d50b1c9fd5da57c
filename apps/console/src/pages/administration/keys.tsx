import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import { Moment } from '../../design/moment.js';
import { PlainTable } from '../../design/plain-table.js';
import { ShownOnce } from '../../design/shown-once.js';
import { Empty, ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useNames } from '../../design/use-names.js';
import { stateOf, type ApiKey } from './api-key.js';
import { IssueKey, type Issued } from './issue-key.js';
import { useKeyTexts } from './key-texts.js';
import { RevokeKey } from './revoke-key.js';

/** Those that can be used first, the newest of each first. */
const inOrder = (keys: readonly ApiKey[]) =>
  keys.toSorted(
    (one, other) =>
      Number(stateOf(one) !== 'valid') - Number(stateOf(other) !== 'valid') ||
      other.issuedAt.localeCompare(one.issuedAt),
  );

/** The keys of other systems. */
export const Keys = () => {
  const [issued, show] = useState<Issued>();
  const [t, [params, set]] = [useKeyTexts(), useAddress()];
  const { data, error, refetch } = useQuery({
    queryKey: ['api-keys'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/api-keys', { signal })),
  });
  return (
    <>
      {error && <ErrorNotice error={error} retry={() => void refetch()} />}
      {!data && !error && <SkeletonLines />}
      {data && <Found keys={inOrder(data.items)} />}
      {params.get('add') === 'key' && (
        <IssueKey onClose={() => set((before) => withParam(before, 'add', undefined))} onIssued={show} />
      )}
      {issued && (
        <ShownOnce
          title={t('issuedTitle', { name: issued.name })}
          label={t('key')}
          text={issued.key}
          onClose={() => show(undefined)}
        />
      )}
    </>
  );
};

const Found = ({ keys }: { readonly keys: readonly ApiKey[] }) => {
  const [revoked, revoke] = useState<ApiKey>();
  const t = useKeyTexts();
  if (keys.length === 0) return <Empty title={t('none')}>{t('noneWhy')}</Empty>;
  return (
    <>
      <Table keys={keys} revoke={revoke} />
      {revoked && <RevokeKey apiKey={revoked} onClose={() => revoke(undefined)} />}
    </>
  );
};

type TableProps = { readonly keys: readonly ApiKey[]; readonly revoke: (key: ApiKey) => void };

const Table = ({ keys, revoke }: TableProps) => {
  const [t, nameOf] = [useKeyTexts(), useNames()];
  return (
    <PlainTable
      label={t('keys')}
      rows={keys}
      idOf={({ keyId }) => keyId}
      columns={[
        { label: t('name'), phone: 'wide', show: ({ name }) => <span className="strong">{name}</span> },
        { label: t('user'), show: ({ userId }) => nameOf(userId) },
        { label: t('state'), width: '120px', show: (key) => <Standing apiKey={key} /> },
        { label: t('issued'), phone: 'off', isFigure: true, show: ({ issuedAt }) => <Moment at={issuedAt} /> },
        {
          label: t('until'),
          phone: 'off',
          isFigure: true,
          show: ({ expiresAt }) =>
            expiresAt === null ? <span className="muted">{t('unlimited')}</span> : <Moment at={expiresAt} />,
        },
        {
          label: t('actions'),
          isFigure: true,
          width: '120px',
          show: (key) =>
            stateOf(key) === 'valid' && (
              <button type="button" className="btn mini" onClick={() => revoke(key)}>
                {t('revoke')}
                <span className="sr">: {key.name}</span>
              </button>
            ),
        },
      ]}
    />
  );
};

const Standing = ({ apiKey }: { readonly apiKey: ApiKey }) => {
  const [t, state] = [useKeyTexts(), stateOf(apiKey)];
  return <span className={state === 'valid' ? 'good' : 'muted'}>{t(state)}</span>;
};
