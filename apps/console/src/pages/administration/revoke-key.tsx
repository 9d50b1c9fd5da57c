import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { Confirm } from '../../design/confirm.js';
import { showToast } from '../../design/toast.js';
import { useRefresh } from '../../session/use-session.js';
import { useKeyTexts } from './key-texts.js';
import type { ApiKey } from './api-key.js';

type Props = { readonly apiKey: ApiKey; readonly onClose: () => void };

/** Asks before a key ends, because that cannot be undone. */
export const RevokeKey = ({ apiKey: { keyId, name }, onClose }: Props) => {
  const [t, refresh] = [useKeyTexts(), useRefresh()];
  const act = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/api-keys/{keyId}', { params: { path: { keyId } } })),
    onSuccess: async () => {
      showToast({ text: t('revokedToast', { name }) });
      await refresh();
      onClose();
    },
  });
  return (
    <Confirm title={t('revokeTitle', { name })} action={t('revoke')} isDanger act={act} onClose={onClose}>
      {t('revokeWhy')}
    </Confirm>
  );
};
