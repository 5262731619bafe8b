import { applyLanguage, chooseLanguage } from '../lib/language.ts';
import { sentencesFor } from '../lib/sentences.ts';

/** The page is complete without this: here it takes the device's language, and the sentences of the page asked for. */
const language = chooseLanguage(navigator.languages);
const { words } = language;
const { open, close } = sentencesFor(location.pathname);

applyLanguage(language);
write('h1', words.notAvailable);
write('#open', words.openAgain, open);
write('#close', words.dismissal, close);

/** Puts a text into an element, and what to say in the place that the text leaves for it. */
function write(selector: string, text: string, sentence = ''): void {
  const [before = '', after] = text.split('{}');
  const say = document.createElement('bdi');
  say.className = 'say';
  say.textContent = sentence;
  document.querySelector(selector)?.replaceChildren(before, ...(after === undefined ? [] : [say, after]));
}
