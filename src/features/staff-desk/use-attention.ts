import { useEffect, useRef, useState } from 'react';

const KEY = 'sl_desk_sound';
/** Two soft tones, Hz, each so long, s. */
const TONES = [660, 880] as const;
const TONE_S = 0.12;
const LOUDNESS = 0.08;

function isKeptOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Plays the sign; where the browser lets no page sound before it was touched, the badge in the title stands alone. */
async function chime(): Promise<void> {
  const audio = new AudioContext();
  if (audio.state === 'suspended') await audio.resume();
  TONES.forEach((frequency, i) => {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.value = LOUDNESS;
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + i * TONE_S);
    tone.stop(audio.currentTime + (i + 1) * TONE_S);
    tone.onended = () => {
      if (i === TONES.length - 1) void audio.close();
    };
  });
}

/**
 * Calls a member of staff who looks elsewhere: the number of what waits for them stands in the tab's title, and a soft
 * sound is heard when it grows.
 * @param count offers and unread messages
 */
export function useAttention(count: number): { isOn: boolean; setOn: (isOn: boolean) => void } {
  const [isOn, setIsOn] = useState(isKeptOn);
  const before = useRef(count);
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '');
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
    if (count > before.current && isOn && 'AudioContext' in window) {
      chime().catch(() => undefined);
    }
    before.current = count;
    return () => {
      document.title = document.title.replace(/^\(\d+\) /, '');
    };
  }, [count, isOn]);
  const setOn = (next: boolean) => {
    setIsOn(next);
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off');
    } catch {
      // Holds for as long as the page is open.
    }
  };
  return { isOn, setOn };
}
