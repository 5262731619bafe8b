/** Icons of a panel: those of the command `Panel Update`, without `Custom`, which needs a picture on the device. */
export const PANEL_ICONS = [
  'Briefing',
  'Camera',
  'Concierge',
  'Disc',
  'Handset',
  'Help',
  'Helpdesk',
  'Home',
  'Hvac',
  'Info',
  'Input',
  'Language',
  'Laptop',
  'Lightbulb',
  'Media',
  'Microphone',
  'Power',
  'Proximity',
  'Record',
  'Spark',
  'Tv',
  'Webex',
  'General',
] as const;

/** Icons of a button, as the device's UI extensions editor names them. */
export const BUTTON_ICONS = [
  ...['arrow_up', 'arrow_down', 'arrow_left', 'arrow_right', 'back', 'home', 'list', 'help', 'plus', 'minus'],
  ...['play', 'pause', 'play_pause', 'stop', 'record', 'eject', 'end', 'phone', 'power'],
  ...['fast_bw', 'fast_fw', 'skip_bw', 'skip_fw', 'zoom_in', 'zoom_out'],
  ...['mic', 'mic_muted', 'speaker', 'speaker_muted', 'volume_muted', 'audio_plus', 'audio_minus'],
  ...['video', 'video_muted', 'webex_meetings', 'webex_teams', 'red', 'green', 'blue', 'yellow'],
] as const;
