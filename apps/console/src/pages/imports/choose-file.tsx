import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../../design/icon.js';
import { showToast } from '../../design/toast.js';
import { useProblemText } from '../../design/states.js';
import { useImportsTexts } from './texts.js';
import { upload } from './upload.js';

/** The button that sends a file and opens its preview. */
export const ChooseFile = () => {
  const [t, textOf, navigate, input] = [
    useImportsTexts(),
    useProblemText(),
    useNavigate(),
    useRef<HTMLInputElement>(null),
  ];
  const sending = useMutation({
    mutationFn: upload,
    onSuccess: (fileId) => navigate(`/imports/files/${fileId}`),
    onError: (error) => showToast({ text: textOf(error) }),
  });
  const send = (file: File | undefined) => {
    if (file) sending.mutate(file);
  };
  return (
    <>
      <button
        type="button"
        className="btn main-act"
        disabled={sending.isPending}
        onClick={() => input.current?.click()}
      >
        <Icon name="import" /> {t(sending.isPending ? 'sending' : 'choose')}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept=".csv,.txt,.tsv,text/csv"
        aria-label={t('choose')}
        onChange={({ target }) => {
          send(target.files?.[0]);
          target.value = '';
        }}
      />
    </>
  );
};
