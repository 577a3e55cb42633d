export const environment = {
    production: false,
    // old: "https://old.example.com"
    api: "https://api.example.com/v1",
    maps: "http://maps.example.com",
    local: "http://localhost:3000"
};
