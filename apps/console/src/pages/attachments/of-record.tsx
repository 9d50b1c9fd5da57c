import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { number } from '../../design/format.js';
import { Icon } from '../../design/icon.js';
import { Moment } from '../../design/moment.js';
import { Section } from '../../design/section.js';
import { useValueWords } from '../../design/value-words.js';
import type { components } from '../../generated/api.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { Attaching } from './attaching.js';
import { useAttachmentTexts } from './texts.js';
import type { AttachedTo } from './upload.js';

type Attachment = components['schemas']['NamedAttachment'];

const SHOWN = 20; // files

const filterOf = ({ customerId, dealId, complaintId }: AttachedTo) => {
  if (dealId !== undefined) return { deal: [dealId] };
  return complaintId === undefined ? { customer: [customerId] } : { complaint: [complaintId] };
};

const useAttachments = (to: AttachedTo) => {
  const may = useMay();
  const filter = filterOf(to);
  return useQuery({
    queryKey: ['attachments', filter],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/attachments', { params: { query: { ...filter, status: ['attached'], limit: SHOWN } }, signal }),
      ),
    enabled: may('attachments.read'),
    meta: { list: '/v1/attachments' },
  }).data?.items;
};

/** The files that are attached to a customer, a deal or a complaint, the newest first. */
export const AttachmentsOf = ({ to }: { readonly to: AttachedTo }) => {
  const [t, may, items] = [useAttachmentTexts(), useMay(), useAttachments(to)];
  const [removed, remove] = useState<Attachment>();
  if (!items || (items.length === 0 && !may('attachments.write'))) return null;
  return (
    <Section title={t('title')}>
      {items.length === 0 && <p className="muted">{t('none')}</p>}
      <ul className="todo">
        {items.map((file) => (
          <Line key={file.attachmentId} file={file} remove={() => remove(file)} />
        ))}
      </ul>
      {may('attachments.write') && <Attaching to={to} />}
      {removed && (
        <CommandDrawer
          name="RemoveFile"
          fixed={{ attachmentId: removed.attachmentId }}
          onClose={() => remove(undefined)}
          onDone={() => undefined}
        />
      )}
    </Section>
  );
};

const KIB = 1024; // bytes

const Line = ({ file, remove }: { readonly file: Attachment; readonly remove: () => void }) => {
  const [t, may, word, language] = [useAttachmentTexts(), useMay(), useValueWords(), useLanguage()];
  const { attachmentId, name, kind, bytes, attachedAt } = file;
  return (
    <li>
      <Icon name="link" />
      <span>
        <a className="link" href={`/v1/attachments/${encodeURIComponent(attachmentId)}/content`} download>
          {name}
        </a>
        <span className="small faint" style={{ display: 'block' }}>
          {word('NamedAttachmentKind', kind)} · {number(Math.ceil(bytes / KIB), language)} KB ·{' '}
          <Moment at={attachedAt} />
        </span>
      </span>
      {may('attachments.write') && (
        <button type="button" className="btn plain mini" onClick={remove}>
          <Icon name="bin" />
          <span className="sr">{t('remove', { name })}</span>
        </button>
      )}
    </li>
  );
};
