/** What every page built with a library does when its human button is tapped. @param {(text: string) => void} say */
export async function askForHuman(words, say) {
  say(words.connecting);
  try {
    const answer = await fetch('/api/help-requests', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ page: '/' }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { position } = await answer.json();
    say(words.accepted.replace('#', position));
  } catch (error) {
    console.warn(error);
    say(words.failed);
  }
}
