// 1:1: the panel could not be drawn: the default export is not what definePanel answers
export default 'room-controls';
