import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

export interface ReadAloudProps {
  /** What is read, and in which language. */
  text: string;
  language: string;
  /** What the text is about, for who hears the screen. */
  title: string;
}

/** Reads a text aloud with a voice of this device, where it has one for the language; nothing leaves the device. */
export function ReadAloud({ text, language, title }: ReadAloudProps) {
  const { t } = useTranslation('people');
  const voice = useLocalVoice(language);
  const [speaking, setSpeaking] = useState(false);
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!voice) return null;

  const toggle = () => {
    window.speechSynthesis.cancel();
    if (speaking) return setSpeaking(false);
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.9;
    words.onend = () => setSpeaking(false);
    words.onerror = () => setSpeaking(false);
    setSpeaking(true);
    window.speechSynthesis.speak(words);
  };
  return (
    <Button size="compact-sm" variant="default" onClick={toggle} aria-label={t(speaking ? 'consent.stopReading' : 'consent.readOne', { title })}>
      {t(speaking ? 'consent.stopShort' : 'consent.readShort')}
    </Button>
  );
}

function useLocalVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<SpeechSynthesisVoice[]>(() => window.speechSynthesis?.getVoices() ?? []);
  useEffect(() => {
    const synthesis = window.speechSynthesis;
    if (!synthesis) return;
    const heard = () => setVoices(synthesis.getVoices());
    synthesis.addEventListener('voiceschanged', heard);
    return () => synthesis.removeEventListener('voiceschanged', heard);
  }, []);
  return voices.find((voice) => voice.localService && voice.lang.slice(0, 2).toLowerCase() === language.slice(0, 2));
}
