/** What the device shows now. Part of the public control interface (`GET /api/devices/:name/screen`). */
export interface Screen {
  /** As Status `Standby State` has it; `Off` means awake. */
  readonly standby: 'Off' | 'Halfwake' | 'EnteringStandby' | 'Standby';
  /** The page over the main screen. */
  readonly webView: ScreenWebView | null;
  readonly alert: { readonly title: string; readonly text: string } | null;
  readonly prompt: ScreenPrompt | null;
  readonly textInput: ScreenTextInput | null;
  readonly textLine: { readonly text: string } | null;
  readonly assistant: AssistantBubble | null;
  /** Every panel that is saved, hidden ones too, in the order of saving. */
  readonly panels: readonly ScreenPanel[];
  /** The panel that stands open on the Navigator or the touch screen. */
  readonly openPanel: { readonly panelId: string; readonly pageId: string | null } | null;
}

export interface ScreenWebView {
  /** The index in Status `UserInterface WebView[n]`. */
  readonly id: number;
  readonly url: string;
  readonly title: string;
  readonly mode: 'Fullscreen' | 'Modal';
  readonly status: 'Visible' | 'Error' | 'NotVisible';
}

export interface ScreenPrompt {
  readonly feedbackId: string;
  readonly title: string;
  readonly text: string;
  readonly options: readonly string[];
}

export interface ScreenTextInput {
  readonly feedbackId: string;
  readonly title: string;
  readonly text: string;
  readonly placeholder: string;
  readonly inputType: string;
}

/** The Assistant's bubble: what it heard, what it says, and whether it still listens. */
export interface AssistantBubble {
  readonly state: 'thinking' | 'answering' | 'listening';
  readonly heard: string;
  readonly reply: string | null;
  /** What was read aloud, in order; the console may speak it. */
  readonly spoken: readonly string[];
  readonly hints: { readonly text: readonly string[]; readonly prompt: string | null } | null;
}

/** A UI extension as its XML says it, with the widgets' present values. */
export interface ScreenPanel {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  readonly color: string;
  /** Such as `HomeScreen`, `HomeScreenAndCallControls`, `ControlPanel`, `Hidden`. */
  readonly location: string;
  readonly visible: boolean;
  /** Without pages the panel is a plain button: it only raises `Panel Clicked`. */
  readonly pages: readonly ScreenPage[];
}

export interface ScreenPage {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly { readonly name: string; readonly widgets: readonly ScreenWidget[] }[];
}

export interface ScreenWidget {
  readonly id: string;
  /** As the XML has it: `ToggleButton`, `Slider`, `Spinner`, `Text`, `Button`, `GroupButton`, … */
  readonly type: string;
  readonly name: string;
  /** The XML's `Options`, such as `size=2`. */
  readonly options: string;
  /** As the device keeps it: `on`, `off`, `0`…`255`, a text; empty when never set. */
  readonly value: string;
  /** Of a group button: each choice's key and label. */
  readonly choices: readonly { readonly key: string; readonly name: string }[];
}

/** Keeps what is shown. Behaviors and the Assistant change their own part of it. */
export interface ScreenStore {
  readonly current: Screen;
  patch(part: Partial<Screen>): void;
  onChange(listener: (screen: Screen) => void): () => void;
}
