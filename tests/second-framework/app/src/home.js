export const page = () => 'home';
