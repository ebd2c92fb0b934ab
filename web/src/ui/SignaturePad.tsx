import { Button, Group, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import SignatureCanvas from 'signature_pad';
import classes from './SignaturePad.module.css';

export interface SignaturePadProps {
  /** Whose signature it is and for what. */
  label: string;
  /** The signature as the data URL of a PNG picture; null when there is none (any more). */
  onChange: (picture: string | null) => void;
}

/**
 * A field to sign in with a finger, a pen or the mouse. It is paper in dark mode too, so that the picture can be printed. Who cannot
 * draw has another way beside it: whoever uses this field offers a mark, a witness or a signature on paper.
 */
export function SignaturePad({ label, onChange }: SignaturePadProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignatureCanvas>(null);
  const tell = useRef(onChange);
  const [signed, setSigned] = useState(false);
  useEffect(() => {
    tell.current = onChange;
  }, [onChange]);

  useEffect(() => {
    const field = canvas.current;
    if (!field) return;
    const drawing = new SignatureCanvas(field, { penColor: '#111111', backgroundColor: '#ffffff' });
    pad.current = drawing;
    const took = () => {
      setSigned(true);
      tell.current(drawing.toDataURL('image/png'));
    };
    // The field has as many points as it is wide; what was drawn is drawn again when a phone is turned.
    const fit = () => {
      const { offsetWidth, offsetHeight } = field;
      if (offsetWidth === 0) return;
      const strokes = drawing.toData();
      const ratio = Math.min(Math.max(window.devicePixelRatio, 1), 2);
      field.width = offsetWidth * ratio;
      field.height = offsetHeight * ratio;
      field.getContext('2d')?.scale(ratio, ratio);
      drawing.clear();
      if (strokes.length > 0) drawing.fromData(strokes);
    };
    drawing.addEventListener('endStroke', took);
    const watch = new ResizeObserver(fit);
    watch.observe(field);
    return () => {
      watch.disconnect();
      drawing.removeEventListener('endStroke', took);
      drawing.off();
    };
  }, []);

  const clear = () => {
    pad.current?.clear();
    setSigned(false);
    onChange(null);
  };
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <Text id={`${id}-label`} fw={600} size="sm" mb={4}>{label}</Text>
      <canvas ref={canvas} className={classes.paper} role="img" aria-label={t(signed ? 'signature.signed' : 'signature.empty')} />
      <Group justify="space-between" gap="xs" mt={4} align="flex-start">
        <Text id={`${id}-hint`} size="sm" c="dimmed" className={classes.hint}>{t('signature.hint')}</Text>
        <Button size="compact-sm" variant="default" onClick={clear} disabled={!signed}>{t('signature.clear')}</Button>
      </Group>
    </div>
  );
}
