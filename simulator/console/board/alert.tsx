import './alert.css';

/** `UserInterface Message Alert Display`, at the top of the screen. */
export function Alert({ alert }: { alert: { readonly title: string; readonly text: string } }) {
  return (
    <div class="alert" role="alert">
      {alert.title && <p class="alert-title">{alert.title}</p>}
      <p class="alert-text">{alert.text}</p>
    </div>
  );
}
