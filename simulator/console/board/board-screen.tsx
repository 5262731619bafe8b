import type { Screen } from '../../device/screen.ts';
import { Alert } from './alert.tsx';
import { AssistantBubble } from './assistant-bubble.tsx';
import { HomeScreen } from './home-screen.tsx';
import { Prompt } from './prompt.tsx';
import { Standby } from './standby.tsx';
import { TextInput } from './text-input.tsx';
import { TextLine } from './text-line.tsx';
import { WebView } from './web-view.tsx';

/** Everything that can be on the main screen, what covers the rest last. */
export function BoardScreen({ screen }: { screen: Screen }) {
  const { alert, assistant, prompt, standby, textInput, textLine, webView } = screen;
  return (
    <div class="screen">
      <HomeScreen inviting={assistant === null} />
      {webView && webView.status !== 'NotVisible' && <WebView webView={webView} key={webView.id} />}
      {textLine && <TextLine text={textLine.text} />}
      {prompt && <Prompt prompt={prompt} />}
      {textInput && <TextInput input={textInput} />}
      {assistant && <AssistantBubble bubble={assistant} />}
      {alert && <Alert alert={alert} />}
      {standby !== 'Off' && <Standby state={standby} />}
    </div>
  );
}
