import { useState } from 'react';
import { send } from '../../api/command.js';
import { useProblemText } from '../../design/states.js';
import { showToast } from '../../design/toast.js';
import type { components } from '../../generated/api.js';
import { useRefresh, useSession } from '../../session/use-session.js';
import { useComplaintsTexts } from './texts.js';

export type Complaint = components['schemas']['NamedComplaint'];

/** Takes a complaint over: it is the user's at once, until the server says otherwise; undo gives it back to the one who had it. */
export const useTake = () => {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [t, me, refresh, textOf] = [useComplaintsTexts(), useSession(), useRefresh(), useProblemText()];
  const failed = (error: unknown) => showToast({ text: textOf(error) });
  const assign = (complaintId: string, assignee: string, revision: number | null) =>
    send({ name: 'AssignComplaint', fields: { complaintId, assignee: { id: assignee } }, revision });

  const giveBack = async ({ complaintId, subject, assignee }: Complaint, revision: number) => {
    if (!assignee) return;
    await assign(complaintId, assignee.id, revision);
    showToast({ text: t('undone', { subject, name: assignee.name ?? assignee.id }) });
    await refresh();
  };
  const take = async (complaint: Complaint) => {
    const { complaintId, subject, assignee } = complaint;
    setTaken((all) => new Set([...all, complaintId]));
    try {
      const { position, revision } = await assign(complaintId, me.userId, complaint.revision);
      const undo = { label: t('undo'), run: () => void giveBack(complaint, revision).catch(failed) };
      showToast({ text: t('taken', { subject, position }), ...(assignee && { undo }) });
    } catch (error) {
      failed(error);
    }
    await refresh();
    setTaken((all) => new Set([...all].filter((each) => each !== complaintId)));
  };
  return {
    take: (complaint: Complaint) => void take(complaint),
    /** Who has it. */
    holderOf: ({ complaintId, assignee }: Complaint) =>
      taken.has(complaintId) ? { id: me.userId, name: me.name } : assignee,
  };
};
