export const page = () => 'about';
